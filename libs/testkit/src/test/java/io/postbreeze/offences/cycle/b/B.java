package io.postbreeze.offences.cycle.b;

import io.postbreeze.offences.cycle.a.A;

public class B {
    A a;
}
