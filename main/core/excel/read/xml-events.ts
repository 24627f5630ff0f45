/** Of one tag, by name with prefix. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What well-formed XML says, in its order. Names stand with their prefixes; texts may come in pieces. */
export interface XmlEvents {
  /** @param count of the attributes */
  open(name: string, attributes: XmlAttributes, count: number): void;
  close(name: string): void;
  text(text: string): void;
  doctype(): void;
  /**
   * May take a whole element at once, so that nothing is told of it; asked by the quick reader alone, in the text of
   * which `start` is the place of its tag.
   * @returns where the element ends; -1: it is to be told
   */
  takeWhole(text: string, start: number): number;
}

/** @throws for XML that is not well-formed, and what its events throw */
export interface XmlReader {
  write(text: string): void;
  close(): void;
}
