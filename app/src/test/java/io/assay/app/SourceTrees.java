package io.assay.app;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What stands in source files: parsed, not compiled.
///
/// @param methods with a body: of classes, records, interfaces and enums, nested ones too
/// @param types at the top of a file
/// @param imports as written, without the word
record SourceTrees(List<Method> methods, List<Type> types, List<Import> imports) {
  /// A method or a constructor.
  ///
  /// @param lines from its first modifier or annotation to its closing brace
  /// @param ofRecord whether it makes a record from its components
  record Method(String file, String name, long lines, int parameters, boolean ofRecord) {
    @Override
    public String toString() {
      return file + ": " + name + ", " + lines + " lines, " + parameters + " parameters";
    }
  }

  record Type(String file, String name, boolean isPublic, boolean documented) {}

  record Import(String file, String name) {}

  static SourceTrees of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-proc:none");
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, options, null, sources);
      SourceTrees trees = new SourceTrees(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (CompilationUnitTree unit : task.parse()) {
        trees.add(unit, DocTrees.instance(task), Trees.instance(task).getSourcePositions());
      }
      return trees;
    }
  }

  private void add(CompilationUnitTree unit, DocTrees docs, SourcePositions positions) {
    String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    for (ImportTree each : unit.getImports()) {
      imports.add(new Import(file, each.getQualifiedIdentifier().toString()));
    }
    for (Tree each : unit.getTypeDecls()) {
      if (each instanceof ClassTree type) {
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        boolean documented = docs.getDocComment(TreePath.getPath(unit, type)) != null;
        types.add(new Type(file, type.getSimpleName().toString(), isPublic, documented));
      }
    }
    new Methods(unit, file).scan(unit, positions);
  }

  /// Gathers methods.
  private final class Methods extends TreePathScanner<@Nullable Void, SourcePositions> {
    private final CompilationUnitTree unit;
    private final String file;

    Methods(CompilationUnitTree unit, String file) {
      this.unit = unit;
      this.file = file;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, SourcePositions positions) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        String name = method.getName().toString();
        boolean ofRecord = owner.getKind() == Tree.Kind.RECORD && name.equals("<init>");
        int parameters = method.getParameters().size();
        methods.add(new Method(file, name, last - first + 1, parameters, ofRecord));
      }
      return super.visitMethod(method, positions);
    }
  }
}
