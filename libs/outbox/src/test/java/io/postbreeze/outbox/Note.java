package io.postbreeze.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that a business transaction would write beside its event. */
@Entity
@Table(name = "notes")
public class Note {
    @Id
    String id;
}
