/**
 * Holds the files of the distributed run in containers (docker-compose.yml, Dockerfile, compose/) to the Compose Specification and to rules of our own, without an engine. Start at {@link cn.zhengai.server.compose.ComposeFileTest}.
 */
@NullMarked
package cn.zhengai.server.compose;

import org.jspecify.annotations.NullMarked;
