# The first 440 bytes of the disk: loads the second program from where the table's maker said it is, and starts it.
#
# Assembled and linked as build.sh shows. The image builder writes the first sector of the "BIOS Boot" structure into the
# bytes at offset 92 (gadget.yaml: offset-write: mbr+92).

        .intel_syntax noprefix
        .code16
        .globl  _start

        .set    SECOND_PROGRAM, 0x8000
        .set    SECTORS, 8

_start: cli
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 0x7c00
        sti
        cld
        mov     eax, [second_program_lba]
        mov     [packet_lba], eax
        mov     si, offset packet
        mov     ah, 0x42                # extended read; dl is the BIOS's drive number all the way
        int     0x13
        jc      failed
        .byte   0xea                    # far jump, so that cs is 0
        .word   SECOND_PROGRAM, 0

failed: mov     si, offset complaint
1:      lodsb
        test    al, al
        jz      2f
        mov     ah, 0x0e
        mov     bx, 7
        int     0x10
        jmp     1b
2:      hlt
        jmp     2b

        .org    92
second_program_lba:
        .quad   0

packet: .byte   16, 0
        .word   SECTORS
        .word   SECOND_PROGRAM, 0
packet_lba:
        .quad   0

complaint:
        .asciz  "core-image: the disk cannot be read\r\n"

        .org    440
