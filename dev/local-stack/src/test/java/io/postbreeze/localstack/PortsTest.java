package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void the_usual_ports_move_together_and_one_by_one() {
        Ports ports = Ports.from(Map.of("POSTBREEZE_PORT_OFFSET", "1000", "POSTBREEZE_STORE_PORT", "7000"));
        assertThat(ports.of(Listener.GATEWAY)).isEqualTo(9080);
        assertThat(ports.of(Listener.STORE)).isEqualTo(7000);
        assertThat(Ports.from(Map.of()).url(Listener.MEDIA)).isEqualTo("http://127.0.0.1:8082");
    }

    @Test
    void several_replicas_leave_the_services_port_to_a_door() {
        Ports ports = Ports.from(Map.of("POSTBREEZE_REPLICAS_POST_API", "2", "POSTBREEZE_POST_API_2_PORT", "7000"));
        assertThat(ports.of(Listener.POST_API)).isEqualTo(8081);
        assertThat(ports.replicas(Listener.POST_API)).containsExactly(8101, 7000);
        assertThat(ports.replicas(Listener.MEDIA)).containsExactly(8082);
        assertThatThrownBy(() -> Ports.from(Map.of("POSTBREEZE_REPLICAS_MEDIA", "0")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("POSTBREEZE_REPLICAS_MEDIA");
    }

    @Test
    void nonsense_is_named() {
        assertThatThrownBy(() -> Ports.from(Map.of("POSTBREEZE_MEDIA_PORT", "eighty")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("POSTBREEZE_MEDIA_PORT");
        assertThatThrownBy(() -> Ports.from(Map.of("POSTBREEZE_PORT_OFFSET", "60000")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("POSTBREEZE_PORT_OFFSET");
    }

    @Test
    void a_taken_port_is_named_with_who_wanted_it_and_how_to_move_it() throws Exception {
        Map<String, String> environment = new java.util.HashMap<>();
        for (Listener listener : Listener.values()) {
            environment.put(listener.variable(), Integer.toString(FreePorts.next()));
        }
        Ports.from(environment).checkFree();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("POSTBREEZE_MEDIA_PORT", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> Ports.from(environment).checkFree())
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("media-service")
                    .hasMessageContaining("POSTBREEZE_MEDIA_PORT");
        }
    }

    @Test
    void two_listeners_with_one_port_are_found() {
        String port = Integer.toString(FreePorts.next());
        Map<String, String> environment = Map.of("POSTBREEZE_GATEWAY_PORT", port, "POSTBREEZE_POST_API_PORT", port);
        assertThatThrownBy(() -> Ports.from(environment).checkFree()).isInstanceOf(StackFailure.class);
    }
}
