#!/bin/sh
# Makes mbr.img and second.img of the gadget from their sources with GNU binutils for x86. Run it after a change and commit what it makes.
set -eu
cd "$(dirname "$0")"
for each in mbr:0x7c00 second:0x8000; do
  name=${each%%:*}
  as --32 -o "$name.o" "$name.S"
  ld -m elf_i386 -N -e _start -Ttext="${each##*:}" --oformat binary -o "../gadget/boot/$name.img" "$name.o"
  chmod 644 "../gadget/boot/$name.img"
  rm "$name.o"
done
