package io.postbreeze.tiktok.offence;

import com.fasterxml.jackson.annotation.JsonProperty;

public record PublicWireFormat(@JsonProperty("publish_id") String publishId) {}
