-- Domains and URL prefixes that a workspace says TikTok's developer portal has verified. Nobody but TikTok can confirm it.
CREATE TABLE verified_properties (
    workspace_id  text        NOT NULL,
    id            text        NOT NULL,
    kind          text        NOT NULL,
    value         text        NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT pk_verified_properties PRIMARY KEY (workspace_id, id),
    CONSTRAINT uq_verified_properties_value UNIQUE (workspace_id, value),
    CONSTRAINT ck_verified_properties_kind CHECK (kind IN ('DOMAIN', 'PREFIX'))
);
