// 100 MB that look like the start of JSON.
new File(basedir, 'garbage.json').withOutputStream { out ->
    byte[] megabyte = new byte[1 << 20]
    Arrays.fill(megabyte, (byte) '{')
    100.times { out.write(megabyte) }
}
