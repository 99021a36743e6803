package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.OrgUnit;

/** One address that is told, and the unit it belongs to. */
record Recipient(OrgUnit unit, OrgUnit.Contact contact) {}
