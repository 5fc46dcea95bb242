import { FileHandle } from 'node:fs/promises';

const LF = 10;

/** Bytes that are read at once; the only part of a log that is in memory. */
export const LOG_BLOCK_BYTES = 64 * 1024;

/**
 * Where the last lines of a file begin. Read from the end, block by block: a tail of a huge file costs what it shows.
 *
 * @param lines - how many; 0 gives the end of the file
 */
export async function findTail(file: FileHandle, size: number, lines: number): Promise<number> {
  if (lines === 0) return size;
  const block = Buffer.allocUnsafe(LOG_BLOCK_BYTES);
  let missing = lines;
  let end = size;
  while (end > 0) {
    const start = Math.max(0, end - LOG_BLOCK_BYTES);
    const { bytesRead } = await file.read(block, 0, end - start, start);
    let i = block.subarray(0, bytesRead).lastIndexOf(LF);
    while (i >= 0) {
      // A line break at the very end ends the last line, it does not begin one
      if (start + i !== size - 1 && --missing === 0) return start + i + 1;
      i = i === 0 ? -1 : block.lastIndexOf(LF, i - 1);
    }
    end = start;
  }
  return 0;
}

/** Where the first line begins that begins at or behind a position; the end of the file when there is none. */
export async function findLineStart(file: FileHandle, size: number, position: number): Promise<number> {
  if (position <= 0) return 0;
  const block = Buffer.allocUnsafe(LOG_BLOCK_BYTES);
  let start = position - 1;
  while (start < size) {
    const { bytesRead } = await file.read(block, 0, Math.min(LOG_BLOCK_BYTES, size - start), start);
    if (bytesRead === 0) break;
    const found = block.subarray(0, bytesRead).indexOf(LF);
    if (found >= 0) return start + found + 1;
    start += bytesRead;
  }
  return size;
}
