const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');

/**
 * The picture that begins at a place of the data stream (MS-DOC, PICFAndOfficeArtData): its PNG or JPEG stands whole
 * behind some headers. Undefined where it is of another kind (WMF, EMF).
 */
export function pictureBytes(data: Buffer, at: number): Uint8Array | undefined {
  if (at + 6 > data.length) return undefined;
  const whole = data.subarray(at + data.readUInt16LE(at + 4), at + data.readUInt32LE(at));
  const start = [whole.indexOf(PNG), whole.indexOf(JPEG)].filter((place) => place >= 0).sort((a, b) => a - b)[0];
  return start === undefined ? undefined : whole.subarray(start);
}
