package io.assay.app.doctor;

import io.assay.app.config.Settings;
import io.assay.app.config.binding.Effective;
import io.assay.app.config.document.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whether files that hold secrets are their owner's alone: the configuration where it holds any,
/// and the token of the web interface.
final class Permissions {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.range(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);

  private final Settings settings;
  private final List<Effective> values;

  Permissions(Settings settings, List<Effective> values) {
    this.settings = settings;
    this.values = values;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    secretsByFile().forEach((file, keys) -> findings.add(configuration(file, keys)));
    findings.add(token());
    return findings;
  }

  /// The configuration files that say a secret, and the keys of these.
  private Map<Path, List<String>> secretsByFile() {
    return values.stream()
        .filter(value -> value.isSecret() && value.origin() instanceof Origin.Place)
        .collect(
            Collectors.groupingBy(
                value -> ((Origin.Place) value.origin()).file(),
                TreeMap::new,
                Collectors.mapping(Effective::path, Collectors.toList())));
  }

  private static Finding configuration(Path file, List<String> keys) {
    String more = keys.size() == 1 ? "" : " and " + (keys.size() - 1) + " more";
    String held = file + " holds " + keys.getFirst() + more;
    try {
      return isForOthers(file)
          ? new Finding(
              Finding.Grade.ODD,
              "configuration",
              held + " and can be read by others",
              "chmod 600 " + file)
          : Finding.fine("configuration", held + " and is not for others");
    } catch (IOException | UnsupportedOperationException e) {
      return untold("configuration", file);
    }
  }

  /// A group may read a file that another user owns: that is how a service reads the file of its
  /// administrator.
  private static boolean isForOthers(Path file) throws IOException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    boolean own = Files.getOwner(file).getName().equals(System.getProperty("user.name"));
    return rights.contains(PosixFilePermission.OTHERS_READ)
        || (own && rights.contains(PosixFilePermission.GROUP_READ));
  }

  /// The system refuses a token that is not its owner's alone, so that is no warning.
  private Finding token() {
    Path file = settings.tokenFile();
    if (settings.web().token() != null) {
      return Finding.fine("token", "web.token is set, so that " + file + " is not used");
    }
    try {
      if (!Files.isRegularFile(file)) {
        return Finding.fine("token", file + " is not made yet; the first start makes it");
      }
      return OWNERS.containsAll(Files.getPosixFilePermissions(file))
          ? Finding.fine("token", file + " is its owner's alone")
          : Finding.bad("token", file + " can be read by others", "chmod 600 " + file);
    } catch (IOException | UnsupportedOperationException e) {
      return untold("token", file);
    }
  }

  private static Finding untold(String tried, Path file) {
    return new Finding(
        Finding.Grade.ODD,
        tried,
        file + " does not tell who may read it",
        "see to it that others cannot");
  }
}
