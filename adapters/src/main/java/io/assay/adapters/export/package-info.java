/// Telegram histories in files: Desktop exports (JSON and HTML) and Telethon dumps.
@NullMarked
package io.assay.adapters.export;

import org.jspecify.annotations.NullMarked;
