package io.postbreeze.crash.failpoint;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts calls of {@link Failpoints} around the methods of {@link Place}. */
final class FailpointWeaver implements ClassFileTransformer {
    private static final ClassDesc FAILPOINTS = ClassDesc.of(Failpoints.class.getName());
    private static final ClassDesc UNI = ClassDesc.of("io.smallrye.mutiny.Uni");
    private static final MethodTypeDesc BEFORE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    private static final MethodTypeDesc AFTER = MethodTypeDesc.of(
            ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_String);

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<Place> places = Place.ALL.stream()
                .filter(place -> place.className().equals(className))
                .toList();
        return places.isEmpty() ? null : woven(bytes, places);
    }

    static byte[] woven(byte[] bytes, List<Place> places) {
        ClassFile files = ClassFile.of();
        ClassModel model = files.parse(bytes);
        ClassTransform whole = ClassTransform.ACCEPT_ALL;
        for (Place place : places) {
            whole = whole.andThen(ClassTransform.transformingMethodBodies(
                    method -> isMeant(method, place), CodeTransform.ofStateful(() -> new Around(place))));
        }
        return files.transformClass(model, whole);
    }

    private static boolean isMeant(MethodModel method, Place place) {
        return method.methodName().equalsString(place.method())
                && method.methodTypeSymbol().returnType().equals(UNI);
    }

    /** The method's own code, with a call before it and one at each of its ends. */
    private record Around(Place place) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            code.aload(code.parameterSlot(place.subject() - 1))
                    .loadConstant(place.kind())
                    .invokestatic(FAILPOINTS, "before", BEFORE);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
                code.aload(code.parameterSlot(place.subject() - 1))
                        .loadConstant(place.kind())
                        .invokestatic(FAILPOINTS, "after", AFTER)
                        .checkcast(UNI);
            }
            code.with(element);
        }
    }
}
