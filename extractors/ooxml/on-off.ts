import type { XmlElement } from './parse-xml.ts';

/** An on-off value (ISO/IEC 29500-1, 22.9.2.7 and xsd:boolean) that is there and says on. */
export const isTrue = (value: string | undefined): boolean => value !== undefined && /^(?:1|true|on)$/.test(value);

/** One that is there and says off. */
export const isFalse = (value: string | undefined): boolean => value !== undefined && /^(?:0|false|off)$/.test(value);

/** An element that switches something on by being there, unless its value says off. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !isFalse(element.attributes['w:val'] ?? element.attributes.val);
