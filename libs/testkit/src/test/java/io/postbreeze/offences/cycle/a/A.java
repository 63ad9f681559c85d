package io.postbreeze.offences.cycle.a;

import io.postbreeze.offences.cycle.b.B;

public class A {
    B b;
}
