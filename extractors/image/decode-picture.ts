import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { readImageHeader } from './image-header.ts';
import type { Raster } from './raster.ts';

/** What the decoder is to do about a picture that is damaged or cut off: refuse it. Half a table is worse than none. */
const STRICT = { failOn: 'warning', limitInputPixels: LIMITS.picturePixels } as const;

/**
 * Decodes a picture to gray, turned the way its camera says: every page of a TIFF, of a moving picture the first frame.
 * What is transparent becomes white. Needs the optional package `sharp`, as recognition does: it refuses damaged bytes where the decoder of
 * `@napi-rs/canvas` ends the process.
 *
 * @throws ReadError `UNSUPPORTED_FORMAT` for anything but PNG, JPEG, GIF, WebP and TIFF; `TOO_LARGE`, before anything is
 *   decoded, for more than `LIMITS.picturePixels` or `LIMITS.pdfPictures` pages; `UNREADABLE` for damaged bytes
 */
export async function decodePicture(bytes: Uint8Array): Promise<Raster[]> {
  const header = readImageHeader(bytes);
  if (!header) {
    throw new ReadError('UNSUPPORTED_FORMAT', {
      zh: '内容不是图片；请提供 PNG、JPEG、GIF、WebP 或 TIFF',
      en: 'the bytes are no picture; give PNG, JPEG, GIF, WebP or TIFF',
    });
  }
  const { format, width, height } = header;
  if (format === 'bmp') {
    throw new ReadError('UNSUPPORTED_FORMAT', {
      zh: '不读 BMP 图片；请把扫描件另存为 PDF、PNG 或 JPEG',
      en: 'BMP pictures are not read; save the scan as PDF, PNG or JPEG',
    });
  }
  if (width * height > LIMITS.picturePixels) {
    throw new ReadError('TOO_LARGE', {
      zh: `图片有 ${width} × ${height} 像素，超过可读取的 ${LIMITS.picturePixels / 1e4} 万像素；请以 150 至 300 dpi 扫描`,
      en: `the picture is ${width} × ${height} pixels, more than the ${LIMITS.picturePixels / 1e6} million that are read; scan at 150 to 300 dpi`,
    });
  }
  try {
    const { default: sharp } = await import('sharp');
    const { pages: count = 1 } = format === 'tiff' ? await sharp(bytes, STRICT).metadata() : {};
    if (count > LIMITS.pdfPictures) {
      throw new ReadError('TOO_LARGE', {
        zh: `图片有 ${count} 页，超过可读取的 ${LIMITS.pdfPictures} 页；请拆分`,
        en: `the picture has ${count} pages, more than the ${LIMITS.pdfPictures} that are read; split it`,
      });
    }
    const pages: Raster[] = [];
    for (let page = 0; page < count; page += 1) {
      const gray = sharp(bytes, { ...STRICT, page, pages: 1 })
        .rotate()
        .flatten({ background: 'white' });
      const { data, info } = await gray.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
      pages.push({ data: oneChannel(data, info.channels), width: info.width, height: info.height });
    }
    return pages;
  } catch (error) {
    throw error instanceof ReadError ? error : undecodable(format, error);
  }
}

function undecodable(format: string, error: unknown): ReadError {
  const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (why.includes('exceeds pixel limit')) {
    return new ReadError('TOO_LARGE', {
      zh: `${format} 图片超过可读取的 ${LIMITS.picturePixels / 1e4} 万像素；请以 150 至 300 dpi 扫描`,
      en: `the ${format} picture has more than the ${LIMITS.picturePixels / 1e6} million pixels that are read; scan at 150 to 300 dpi`,
    });
  }
  return new ReadError('UNREADABLE', {
    zh: `无法解码 ${format} 图片（${why}）；它已损坏或被截断：请重新扫描，若在别处能打开则另存为 PNG`,
    en: `the ${format} picture can't be decoded (${why}); it is damaged or cut off: scan it again, or save it anew as PNG if it opens elsewhere`,
  });
}

/** The first of several equal channels. */
function oneChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  const single = new Uint8Array(data.length / channels);
  for (let at = 0; at < single.length; at += 1) single[at] = data[at * channels] as number;
  return single;
}
