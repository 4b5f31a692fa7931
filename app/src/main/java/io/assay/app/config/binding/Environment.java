package io.assay.app.config.binding;

import io.assay.app.config.document.MisreadException;
import io.assay.app.config.document.Node;
import io.assay.app.config.document.Origin;
import io.assay.app.config.document.Problem;
import io.assay.app.config.document.Shown;
import io.assay.app.config.document.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the environment says of a configuration: every key is also a variable, and every secret can
/// be the content of a file that `…_FILE` names.
///
/// @param prefix of every variable that sets a key, such as `ASSAY_`
/// @param others variables with that prefix that are for somebody else
public record Environment(Map<String, String> variables, String prefix, Set<String> others) {
  private static final String IN_FILE = "_FILE";
  private static final int LARGEST_SECRET = 1 << 16;

  public Environment {
    variables = Map.copyOf(variables);
    others = Set.copyOf(others);
  }

  /// Whether any variable sets something under a path.
  boolean mentions(String path) {
    String begin = name(path) + "_";
    return variables.keySet().stream().anyMatch(name -> name.startsWith(begin));
  }

  /// The variable of a path, whether it is there or not.
  private String name(String path) {
    return prefix + path.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /// The variable that sets a key.
  ///
  /// @return null if none does
  @Nullable String variable(Key key) {
    String name = name(key.path());
    if (key.isSecret() && variables.containsKey(name + IN_FILE)) {
      return name + IN_FILE;
    }
    return variables.containsKey(name) ? name : null;
  }

  /// What a variable says of the key that it sets.
  Node read(Key key, String variable) throws WrongValueException {
    String text = variables.getOrDefault(variable, "");
    String name = name(key.path());
    if (variable.equals(name)) {
      return new Node.Scalar(new Origin.Variable(variable), text);
    }
    if (variables.containsKey(name)) {
      throw new WrongValueException("is set by " + name + " too; unset one of them");
    }
    return new Node.Scalar(
        new Origin.Variable(variable), secret((Path) Values.read(Path.class, "", text)));
  }

  private static String secret(Path file) throws WrongValueException {
    try {
      String text = TextFile.read(file, LARGEST_SECRET);
      if (isForOthers(file)) {
        throw new WrongValueException(
            file + " can be read by others than its owner; chmod 600 " + file);
      }
      String content = text.replaceFirst("\\r?\\n$", "");
      if (content.isBlank()) {
        throw new WrongValueException(file + ": is empty");
      }
      return content;
    } catch (MisreadException e) {
      throw new WrongValueException(e.problem().toString());
    } catch (IOException e) {
      throw new WrongValueException(file + ": its mode cannot be read: " + e.getMessage());
    }
  }

  private static boolean isForOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && !Collections.disjoint(
            view.readAttributes().permissions(),
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
  }

  /// A problem for every variable with the prefix that sets no key.
  ///
  /// @param keys all that there are; not asked for if there is no variable that needs them
  List<Problem> unknown(Supplier<List<Key>> keys) {
    List<String> ours =
        variables.keySet().stream()
            .filter(name -> name.startsWith(prefix) && !others.contains(name))
            .toList();
    Set<String> known = new TreeSet<>(others);
    for (Key key : ours.isEmpty() ? List.<Key>of() : keys.get()) {
      known.add(name(key.path()));
      if (key.isSecret()) {
        known.add(name(key.path()) + IN_FILE);
      }
    }
    return ours.stream()
        .filter(name -> !known.contains(name))
        .map(name -> Problem.of(new Origin.Variable(Shown.plain(name)), "", unknown(name, known)))
        .toList();
  }

  private String unknown(String name, Set<String> known) {
    String without = name.replaceFirst(IN_FILE + "$", "");
    if (known.contains(without)) {
      return "only a secret can be read from a file; set " + without;
    }
    List<String> words = known.stream().map(one -> one.replaceFirst(prefix, "")).toList();
    String near = Nearest.of(name.replaceFirst(prefix, ""), words);
    return near == null
        ? "sets no key; unset it"
        : "sets no key; did you mean " + prefix + near + "?";
  }
}
