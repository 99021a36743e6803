/**
 * The data folder and its settings file: where things lie, who holds the folder, what the owner of the run may set. Start at {@link cn.zhengai.server.settings.DataFolder}.
 */
@NullMarked
package cn.zhengai.server.settings;

import org.jspecify.annotations.NullMarked;
