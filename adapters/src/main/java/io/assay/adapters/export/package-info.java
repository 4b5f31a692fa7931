/// Telegram histories in files and streams: Desktop exports (JSON and HTML), Telethon dumps, and
/// messages in a plain form that people write by hand.
@NullMarked
package io.assay.adapters.export;

import org.jspecify.annotations.NullMarked;
