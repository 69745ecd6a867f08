# The program in the "BIOS Boot" structure: prints the partitions of the disk it came from, and the system label and the
# model that it finds on ubuntu-seed. It starts no kernel: the quickstart has none, it shows that a machine reads the
# image's partition table, file system and seed.
#
#   0x7c00  stack, downwards            0x9000  sector of the partition table
#   0x8000  this program (8 sectors)    0xa000  sector of a directory or file     0xa800  sector of the FAT

        .intel_syntax noprefix
        .code16
        .globl  _start

        .set    TABLE, 0x9000
        .set    SECTOR, 0xa000
        .set    FAT, 0xa800
        .set    COM1, 0x3f8
        .set    ENTRY, 128              # bytes of a partition entry
        .set    DIRECTORY, 0x10
        .set    LONG_NAME, 0x0f

_start: mov     [drive], dl
        call    open_serial
        mov     si, offset greeting
        call    print
        call    list_partitions
        cmp     dword ptr [seed], 0
        je      no_seed
        call    open_fat
        call    print_label
        call    print_model
        mov     si, offset farewell
        call    print
        jmp     power_off
no_seed:
        mov     si, offset seedless
        call    print

power_off:                              # by APM, where the BIOS has it
        mov     cx, 4                   # a few ticks first: a BIOS mirrors its screen to the serial port at its leisure
2:      hlt
        loop    2b
        mov     ax, 0x5301
        xor     bx, bx
        int     0x15
        mov     ax, 0x530e
        xor     bx, bx
        mov     cx, 0x0102
        int     0x15
        mov     ax, 0x5307
        mov     bx, 1
        mov     cx, 3
        int     0x15
1:      hlt
        jmp     1b

# ---- the partition table ----

list_partitions:
        mov     eax, 1
        mov     bx, TABLE
        call    read
        cmp     dword ptr [TABLE], 0x20494645   # "EFI "
        jne     3f
        mov     eax, [TABLE + 72]       # first sector of the entries
        mov     [entries], eax
        mov     byte ptr [number], 1
1:      mov     eax, [entries]
        mov     bx, TABLE
        call    read
        inc     dword ptr [entries]
        mov     di, TABLE
2:      cmp     dword ptr [di], 0
        je      4f
        call    print_partition
        call    remember_seed
4:      inc     byte ptr [number]
        add     di, ENTRY
        cmp     di, TABLE + 512
        jb      2b
        cmp     byte ptr [number], 128
        jb      1b
3:      ret

print_partition:                        # di: the entry
        mov     si, offset partition
        call    print
        movzx   eax, byte ptr [number]
        call    print_number
        mov     si, offset at
        call    print
        mov     eax, [di + 32]
        call    print_number
        mov     si, offset with
        call    print
        mov     eax, [di + 40]
        sub     eax, [di + 32]
        inc     eax
        shr     eax, 1
        call    print_number
        mov     si, offset named
        call    print
        lea     si, [di + 56]
1:      lodsw                           # UTF-16; the names of a gadget are plain ASCII
        test    ax, ax
        jz      new_line
        call    put
        jmp     1b

new_line:
        mov     si, offset line_end
        jmp     print

remember_seed:                          # di: the entry
        push    di
        lea     si, [di + 56]
        mov     di, offset seed_name
        mov     cx, 12                  # eleven characters and the zero behind them
        repe cmpsw
        pop     di
        jne     1f
        mov     eax, [di + 32]
        mov     [seed], eax
1:      ret

# ---- FAT32 ----

open_fat:
        mov     eax, [seed]
        mov     bx, SECTOR
        call    read
        movzx   eax, word ptr [SECTOR + 14]     # reserved sectors
        add     eax, [seed]
        mov     [fat], eax
        movzx   ecx, byte ptr [SECTOR + 16]     # number of FATs
        mov     edx, [SECTOR + 36]              # sectors of one
        imul    ecx, edx
        add     eax, ecx
        mov     [data], eax
        movzx   eax, byte ptr [SECTOR + 13]
        mov     [per_cluster], eax
        mov     eax, [SECTOR + 44]
        mov     [cluster], eax
        ret

print_label:
        mov     word ptr [wanted], offset systems
        call    find
        mov     word ptr [wanted], 0            # the first folder in it
        call    find
        mov     si, offset label
        call    print
        mov     si, di
        mov     cx, 8
1:      lodsb
        cmp     al, ' '
        je      2f
        call    put
        loop    1b
2:      jmp     new_line

print_model:
        mov     word ptr [wanted], offset model_file
        call    find
        call    read_cluster_start
        mov     di, SECTOR
1:      mov     si, offset model_header
        mov     cx, 8
        push    di
        repe cmpsb
        pop     di
        je      2f
        inc     di
        cmp     di, SECTOR + 500
        jb      1b
        ret
2:      inc     di
        mov     si, di
3:      lodsb
        cmp     al, 10
        je      new_line
        call    put
        jmp     3b

read_cluster_start:
        xor     edx, edx
        call    cluster_sector
        mov     bx, SECTOR
        jmp     read

cluster_sector:                         # edx: sector in the cluster; gives eax
        mov     eax, [cluster]
        sub     eax, 2
        push    edx
        imul    eax, [per_cluster]
        pop     edx
        add     eax, edx
        add     eax, [data]
        ret

# Looks for [wanted] in the folder at [cluster] (0: for the first folder that has a name of its own) and goes there.
# Gives the entry in di.
find:   xor     edx, edx
1:      push    edx
        call    cluster_sector
        mov     bx, SECTOR
        call    read
        pop     edx
        mov     di, SECTOR
2:      cmp     byte ptr [di], 0
        je      lost
        cmp     byte ptr [di + 11], LONG_NAME
        je      3f
        call    matches
        je      5f
3:      add     di, 32
        cmp     di, SECTOR + 512
        jb      2b
        inc     edx
        cmp     edx, [per_cluster]
        jb      1b
        call    next_cluster
        cmp     eax, 0x0ffffff8
        jb      find
lost:   mov     si, offset not_found
        call    print
        jmp     power_off
5:      mov     ax, [di + 20]
        shl     eax, 16
        mov     ax, [di + 26]
        mov     [cluster], eax
        ret

matches:                                # di: an entry; sets the zero flag
        mov     si, [wanted]
        test    si, si
        jz      1f
        push    di
        mov     cx, 11
        repe cmpsb
        pop     di
        ret
1:      cmp     byte ptr [di], '.'
        je      2f
        mov     al, [di + 11]
        and     al, DIRECTORY
        cmp     al, DIRECTORY
        ret
2:      cmp     byte ptr [di], 0        # never: clears the zero flag
        ret

next_cluster:
        mov     eax, [cluster]
        shr     eax, 7                  # 128 links a sector
        add     eax, [fat]
        mov     bx, FAT
        call    read
        mov     ebx, [cluster]
        and     bx, 127
        shl     bx, 2
        mov     eax, [bx + FAT]
        and     eax, 0x0fffffff
        mov     [cluster], eax
        ret

# ---- the disk, the screen and the serial port ----

read:                                   # eax: sector; bx: where to
        mov     [packet_lba], eax
        mov     [packet_to], bx
        mov     si, offset packet
        mov     dl, [drive]
        mov     ah, 0x42
        push    dx
        int     0x13
        pop     dx
        jc      lost
        ret

# A BIOS that mirrors its screen to the serial port has its own interrupt 0x10, in segment 0xf000; with a plain video BIOS
# (segment 0xc000) this program writes to the port itself.
open_serial:
        cmp     word ptr [0x10 * 4 + 2], 0xf000
        je      1f
        mov     byte ptr [serial], 1
        mov     dx, COM1 + 3
        mov     al, 0x80
        out     dx, al
        mov     dx, COM1
        mov     al, 1                   # 115200
        out     dx, al
        inc     dx
        xor     al, al
        out     dx, al
        mov     dx, COM1 + 3
        mov     al, 3                   # 8 bits, no parity, 1 stop bit
        out     dx, al
1:      ret

print:  lodsb                           # si: a text that ends in 0
        test    al, al
        jz      1f
        call    put
        jmp     print
1:      ret

put:    pusha
        mov     bl, al
        cmp     byte ptr [serial], 0
        je      2f
        mov     dx, COM1 + 5
        mov     cx, 0xffff
1:      in      al, dx
        test    al, 0x20
        loopz   1b
        mov     al, bl
        mov     dx, COM1
        out     dx, al
2:      mov     al, bl
        mov     ah, 0x0e
        mov     bx, 7
        int     0x10
        popa
        ret

print_number:                           # eax, in decimal
        push    di
        mov     ebx, 10
        xor     cx, cx
1:      xor     edx, edx
        div     ebx
        push    dx
        inc     cx
        test    eax, eax
        jnz     1b
2:      pop     ax
        add     al, '0'
        call    put
        loop    2b
        pop     di
        ret

packet: .byte   16, 0
        .word   1
packet_to:
        .word   0, 0
packet_lba:
        .quad   0

entries:        .long   0
seed:           .long   0
fat:            .long   0
data:           .long   0
per_cluster:    .long   0
cluster:        .long   0
wanted:         .word   0
drive:          .byte   0
number:         .byte   0
serial:         .byte   0

greeting:       .asciz  "\r\ncore-image quickstart: this machine reads the image\r\n"
partition:      .asciz  "partition "
at:             .asciz  ": sector "
with:           .asciz  ", "
named:          .asciz  " KiB, "
label:          .asciz  "system "
seedless:       .asciz  "there is no partition ubuntu-seed\r\n"
not_found:      .asciz  "ubuntu-seed cannot be read\r\n"
farewell:       .asciz  "that is all: a real gadget would start a kernel now\r\n"
line_end:       .asciz  "\r\n"
systems:        .ascii  "SYSTEMS    "
model_file:     .ascii  "MODEL      "
model_header:   .ascii  "\nmodel: "
seed_name:      .word   'u', 'b', 'u', 'n', 't', 'u', '-', 's', 'e', 'e', 'd', 0
