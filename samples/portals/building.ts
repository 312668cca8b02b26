import type { Page } from '../government/page.ts';
import type { Edge } from './graph.ts';
import type { Brought } from './transports/brought.ts';

/** Pages and ways put together; two pages of one address are a mistake. */
export class Building {
  readonly pages: Record<string, Page> = {};
  readonly edges: Edge[] = [];
  readonly serves: Record<string, Page> = {};
  private readonly host: string;
  constructor(host: string) {
    this.host = host;
  }
  add({ pages, edges, serves = {}, shell = false }: Brought): void {
    for (const [path, page] of Object.entries(pages)) {
      // All lists behind one shell are shown by the page of the first.
      if (shell && this.pages[path]) continue;
      if (this.pages[path] && !/^\/(?:js|viewer)\//.test(path))
        throw new Error(`${this.host} has two pages for ${path}; see addresses.ts and the slugs of the words`);
      this.pages[path] = page;
    }
    this.edges.push(...edges);
    Object.assign(this.serves, serves);
  }
}
