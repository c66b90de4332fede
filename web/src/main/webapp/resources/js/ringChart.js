import { Chart } from './chart.js';
import { arcsOf } from './donut.js';
import { ink, thin } from './ink.js';

/** What is not chosen is still there. */
const FAINT = 0.3;

/** Counts by bucket around a ring, one of them chosen or none. */
export class RingChart extends Chart {
  #tokens;

  /** @param tokens the colour of each bucket, in the order in which they follow each other */
  constructor(box, tokens, options) {
    const names = Object.keys(tokens);
    super(box, { ...options, over: true, tipOf: (place) => options.tipOf(names[place]), onPick: (place) => options.onPick(names[place]) });
    this.#tokens = tokens;
  }

  /** @param shown {counts, chosen} */
  picture({ counts, chosen }) {
    const names = Object.keys(this.#tokens);
    const colours = names.map((name) => (chosen && name !== chosen ? thin(ink(this.#tokens[name]), FAINT) : ink(this.#tokens[name])));
    const arcs = arcsOf(names.map((name) => counts[name]));
    // Slices are apart by their edge, which is the card's; a slice below the pointer grows by it.
    const edges = ink('--card', 'ground');
    return { labels: names, datasets: [{ data: arcs, backgroundColor: colours, hoverBackgroundColor: colours, borderColor: edges, hoverBorderColor: colours }] };
  }
}
