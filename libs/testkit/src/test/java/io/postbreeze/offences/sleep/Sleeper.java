package io.postbreeze.offences.sleep;

class Sleeper {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
