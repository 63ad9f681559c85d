package io.postbreeze.offences.servers;

import kafka.server.KafkaRaftServer;

class KnowsKafka {
    KafkaRaftServer node;
}
