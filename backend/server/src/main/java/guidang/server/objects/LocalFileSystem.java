package guidang.server.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Refuses file systems on which link(2) and fsync(2) do not promise what the
/// journal needs: those on another machine.
final class LocalFileSystem {
    private static final Set<String> REMOTE = Set.of("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.ceph",
            "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "lustre",
            "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav");

    private LocalFileSystem() {
    }

    /// @throws StoreRefused
    ///             if the directory lies on a network file system
    static void check(Path directory) throws IOException {
        check(directory, Files.getFileStore(directory).type());
    }

    static void check(Path directory, String type) {
        if (REMOTE.contains(type.toLowerCase(Locale.ROOT))) {
            throw new StoreRefused(directory + " lies on a network file system (" + type
                    + "), where a file's atomic name and its durability are not certain."
                    + " Set guidang.objects.files.root to a local disk, or use guidang.objects.kind=s3");
        }
    }
}
