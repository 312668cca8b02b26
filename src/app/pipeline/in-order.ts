export interface OrderBounds {
  /** Tasks under way at a time. */
  readonly underWay: number;
  /** Items drawn whose results were not taken yet, done or not. */
  readonly lookAhead: number;
  /** What the results that wait to be taken may weigh in all. */
  readonly weight: number;
}

interface Place<Result> {
  readonly done: Promise<Result>;
  isDone: boolean;
}

/**
 * Runs a task on each item and yields the results in the order of the items. One that takes long holds no other up: those
 * behind it are run meanwhile, and their results kept, as far as the bounds go. Items are drawn only as results are taken.
 *
 * @param run never rejects
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  run: (item: Item) => Promise<Result>,
  weigh: (result: Result) => number,
  bounds: OrderBounds,
): AsyncGenerator<Result> {
  const places: Place<Result>[] = [];
  const underWay = new Set<Promise<unknown>>();
  let weight = 0;

  function begin(item: Item): void {
    const done = run(item).then((result) => {
      underWay.delete(done);
      weight += weigh(result);
      place.isDone = true;
      return result;
    });
    const place: Place<Result> = { done, isDone: false };
    places.push(place);
    underWay.add(done);
  }

  async function takeFirst(): Promise<Result> {
    const result = await (places.shift() as Place<Result>).done;
    weight -= weigh(result);
    return result;
  }

  for await (const item of items) {
    begin(item);
    for (;;) {
      const full = places.length >= bounds.lookAhead || weight >= bounds.weight;
      if (places[0]?.isDone || (full && places.length > 0)) yield await takeFirst();
      else if (underWay.size >= bounds.underWay) await Promise.race(underWay);
      else break;
    }
  }
  while (places.length > 0) yield await takeFirst();
}
