package io.coreimage.bytes;

/** A source whose equality is that of its id. */
abstract sealed class IdentifiedSource implements ByteSource
        permits MemorySource, ZeroSource, ConcatSource, FileSource, ComputedSource, PackedSource, SlicedSource {

    @Override
    public final boolean equals(Object other) {
        return other instanceof IdentifiedSource source && source.id().equals(id());
    }

    @Override
    public final int hashCode() {
        return id().hashCode();
    }

    @Override
    public final String toString() {
        return id().toString();
    }
}
