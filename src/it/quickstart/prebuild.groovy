import java.nio.file.Files
import java.nio.file.Path

Path example = basedir.toPath().resolve('../../../../examples/quickstart').normalize()
Files.walk(example).forEach { from ->
    Path relative = example.relativize(from)
    if (!relative.startsWith('target') && Files.isRegularFile(from)) {
        Path to = basedir.toPath().resolve(relative)
        Files.createDirectories(to.parent)
        Files.copy(from, to)
    }
}
