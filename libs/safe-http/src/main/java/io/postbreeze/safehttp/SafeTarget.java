package io.postbreeze.safehttp;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/**
 * An address that was checked, for one request now: a name may lead elsewhere a minute later.
 *
 * @param url what the user wrote
 * @param address where it led when it was checked
 */
public record SafeTarget(TargetUrl url, InetAddress address) {

    /**
     * A request to it. The connection goes to the checked address, whatever the name has become since; Host, SNI and
     * the certificate's check keep the name. Redirects are not followed, since they may lead anywhere.
     */
    public RequestOptions request(HttpMethod method) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.https())
                .setURI(url.pathAndQuery())
                .setFollowRedirects(false);
    }
}
