package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.rows;
import static io.assay.core.flow.LiveScene.END;
import static io.assay.core.flow.LiveScene.FROM;
import static io.assay.core.flow.LiveScene.catchUp;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Majors;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.directory.FullDirectory;
import io.assay.core.flow.Live.Outcome;
import io.assay.core.ledger.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Adopting another directory in books that are kept.
class AdoptionTest {
  private static final String POST = "BUY NOW $FROGGO huge potential, entry here, target 2x";

  private final LiveScene scene = new LiveScene();
  private final Live live = scene.live;

  private static byte[] directory(String... ids) {
    DirectoryDraft draft = new DirectoryDraft(Majors.shippedText());
    for (String id : ids) {
      draft.coin(id, "froggo", "Froggo " + id, List.of());
    }
    return draft.text();
  }

  private Result result(int id) {
    Outcome outcome = live.hear(List.of(scene.post(id, POST + id))).outcomes().getFirst();
    return ((Folded.Judged) ((Outcome.Done) outcome).folded()).result();
  }

  @Test
  void adopt_changesWhatSymbolsMeanFromThereOn_andARefoldSaysTheSame() {
    assertThat(result(1)).isEqualTo(new Result.Ignored("unknown-symbol"));
    assertThat(live.adopt(FROM.plusSeconds(2), directory("one"))).isInstanceOf(Outcome.Done.class);
    assertThat(result(3)).isInstanceOf(Result.Opened.class);
    live.adopt(FROM.plusSeconds(4), directory("one", "two"));
    assertThat(result(5)).isEqualTo(new Result.Ignored("ambiguous"));
    live.adopt(FROM.plusSeconds(6), directory());
    assertThat(result(7)).isEqualTo(new Result.Ignored("unknown-symbol"));
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(rows(scene.books)).isEqualTo(scene.refolded());
    assertThat(Audit.of(scene.books).findings()).isEmpty();
  }

  @Test
  void adopt_whatIsInForce_writesNothing() {
    live.adopt(FROM, directory("one"));
    long entries = scene.entries();
    assertThat(live.adopt(END, directory("one"))).isEqualTo(new Outcome.Known());
    assertThat(scene.entries()).isEqualTo(entries);
  }

  @Test
  void adopt_whatIsNoDirectory_isRefusedBeforeItIsJournaled() {
    long entries = scene.entries();
    byte[] text = directory("one");
    byte[] cut = java.util.Arrays.copyOf(text, text.length - 1);
    assertThatThrownBy(() -> live.adopt(FROM, cut)).isInstanceOf(CanonException.class);
    assertThat(scene.entries()).isEqualTo(entries);
    assertThat(scene.books.archive().holds(Sha256.over(cut))).isFalse();
  }

  @Test
  void adopt_whileTheFoldLags_isJournaledWithItsText() {
    scene.journalAlone(scene.history());
    assertThat(live.adopt(END, directory("one"))).isEqualTo(new Outcome.Owed());
    catchUp(live);
    assertThat(live.directory().coin("one")).contains(new Asset.Coin("one", "FROGGO"));
    assertThat(rows(scene.books)).isEqualTo(scene.refolded());
  }

  @Test
  void order_ofMajors_leavesAFullDirectoryInForce() {
    live.adopt(FROM, directory("one"));
    long entries = scene.entries();
    scene.order(live);
    assertThat(scene.entries()).isEqualTo(entries);
    assertThat(Directories.inForce(scene.books)).isInstanceOf(FullDirectory.class);
    assertThat(Directories.inForce(scene.books).candidates("FROGGO")).hasSize(1);
  }

  @Test
  void directory_ofNewBooks_isThatOfTheMajors() {
    assertThat(live.directory()).isInstanceOf(Majors.class);
    assertThat(new String(Majors.shippedText(), UTF_8)).startsWith("id,symbol,name\n");
  }
}
