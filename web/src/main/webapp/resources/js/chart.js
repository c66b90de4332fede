import { chartScripts } from './chartScripts.js';
import { ChartTip } from './chartTip.js';
import { onInk } from './ink.js';

/** On paper there are more dots to an inch than on a screen. */
const ON_PAPER = 4;
/** What came and did not work is tried again no sooner, ms. */
const AGAIN = 60_000;

/** Where a pointer is on the chart, measured on what is seen: on a page that is enlarged, such as the wall's, Chart.js takes it for elsewhere. */
const POINTED = {
  id: 'pointed',
  beforeEvent(chart, told) {
    const { event } = told;
    const { clientX, clientY } = event.native?.touches?.[0] ?? event.native ?? {};
    if (told.replay || clientX === undefined) return;
    const box = chart.canvas.getBoundingClientRect();
    event.x = ((clientX - box.left) * chart.width) / box.width;
    event.y = ((clientY - box.top) * chart.height) / box.height;
    told.inChartArea = chart.isPointInArea(event);
  },
};

/**
 * A chart that PrimeFaces draws (p:chart, which is Chart.js), fed by the page and not by the server: the component lies in a template without
 * any numbers, and is made when there is something to show. This class, its kinds and the scripts that it waits for are all that knows of
 * either; cards say what is to be seen.
 *
 * Guarantee: drawn again only when what is shown, or a colour, is another. Whoever has no scripts keeps everything else of the card.
 */
export class Chart {
  box;
  #options;
  #widget = null;
  #making = false;
  #failedAt = -Infinity;
  #paper = false;
  #shown = null;
  #drawn = '';
  #label = '';
  #tip;

  /**
   * @param box holds the template; its data-widget is PrimeFaces' name of the chart
   * @param options {tipOf: place -> what the pointer is told; onFault: told whether there is no chart to be had; onPick: told the place that was pressed; over: whether the words stand over the chart}
   */
  constructor(box, options) {
    this.box = box;
    this.#options = options;
    this.#tip = new ChartTip(box.closest('.usage-card'), box);
    onInk((paper) => this.#repaint(paper));
    // Chart.js says where a pointer is, and not that it has left.
    box.addEventListener('pointerleave', () => box.removeAttribute('data-over'));
    document.addEventListener('pointerdown', ({ target }) => box.contains(target) || this.point(null));
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.point(null));
  }

  /** What is to be seen, as plain values. */
  show(shown) {
    this.#shown = shown;
    if (this.chart) this.#draw();
    else this.#make();
  }

  /** The picture in words. */
  label(text) {
    this.#label = text;
    if (text && this.chart && this.chart.canvas.getAttribute('aria-label') !== text) this.chart.canvas.setAttribute('aria-label', text);
  }

  /** Chart.js's own; none while it is not made. */
  get chart() {
    return this.#widget?.chart;
  }

  async #make() {
    if (this.#making || performance.now() - this.#failedAt < AGAIN) return;
    this.#making = true;
    try {
      await chartScripts();
      // Its place must be there: of what is not to be seen PrimeFaces makes no chart.
      this.#options.onFault?.(false);
      this.#widget ??= await this.#begin();
    } catch {
      this.#failedAt = performance.now();
      this.#options.onFault?.(true);
      return;
    } finally {
      this.#making = false;
    }
    // Of a card that is away altogether the next numbers ask again.
    if (this.chart || this.#widget.render()) this.#dress();
  }

  /** PrimeFaces' start-up script of the component runs as it comes out of the template, and ends when jQuery's turn comes. */
  async #begin() {
    const made = [...this.box.querySelector('template').content.cloneNode(true).childNodes];
    try {
      window.Chart.register(POINTED);
      this.box.append(...made);
      return await new Promise((done, failed) => {
        window.$(() => {
          const widget = window.PrimeFaces?.widgets?.[this.box.dataset.widget];
          if (widget) done(widget);
          else failed(new Error(this.box.dataset.widget));
        });
      });
    } catch (trouble) {
      for (const part of made) part.remove();
      throw trouble;
    }
  }

  #dress() {
    const { options } = this.chart;
    options.onHover = (event, found) => this.box.toggleAttribute('data-over', found.length > 0 && Boolean(this.#options.onPick));
    options.onClick = (event, found) => found.length > 0 && this.#options.onPick?.(found[0].index);
    options.onResize = () => this.#fit();
    options.plugins.tooltip.external = ({ tooltip }) => this.#say(tooltip);
    this.label(this.#label);
    this.#fit();
    this.#draw();
  }

  #say(tooltip) {
    const [point] = tooltip.dataPoints ?? [];
    const words = tooltip.opacity > 0 && point ? this.#options.tipOf(point.dataIndex) : null;
    if (words) this.#tip.show(words, tooltip.caretX, tooltip.caretY, Boolean(this.#options.over));
    else this.#tip.hide();
  }

  /** Shows the pointer's words of one place, or of none. */
  point(place) {
    const { chart } = this;
    if (!chart || (place === null && chart.getActiveElements().length === 0)) return;
    const points = place === null ? [] : chart.data.datasets.flatMap(({ data }, datasetIndex) => ((data[place] ?? null) === null ? [] : [{ datasetIndex, index: place }]));
    chart.setActiveElements(points);
    chart.tooltip.setActiveElements(points, { x: 0, y: 0 });
    chart.render();
  }

  #repaint(paper) {
    const { chart } = this;
    this.#paper = paper;
    if (!chart) return;
    this.#fit();
    this.#draw();
  }

  /** As fine as what it is seen on: paper has more dots, and the wall's page is enlarged, which Chart.js knows nothing of. */
  #fit() {
    const { canvas, currentDevicePixelRatio: now, options } = this.chart;
    const enlarged = canvas.getBoundingClientRect().width / canvas.offsetWidth || 1;
    const finer = this.#paper ? ON_PAPER : devicePixelRatio * enlarged;
    if (Math.abs(now - finer) < 0.01) return;
    options.devicePixelRatio = finer;
    // By itself it would measure the enlarged room.
    this.chart.resize(canvas.parentNode.clientWidth, canvas.parentNode.clientHeight);
  }

  #draw() {
    if (this.#shown === null) return;
    const picture = this.picture(this.#shown);
    const drawn = JSON.stringify(picture);
    if (drawn === this.#drawn) {
      // Other numbers may make the same picture.
      if (this.chart.getActiveElements().length > 0) this.#say(this.chart.tooltip);
      return;
    }
    this.#drawn = drawn;
    this.chart.data.labels = picture.labels;
    this.chart.data.datasets = picture.datasets;
    if (picture.y) this.#scale(picture.y);
    this.chart.update('none');
  }

  #scale({ min, max, step, grid }) {
    const { y } = this.chart.options.scales;
    Object.assign(y, { min, max });
    y.ticks.stepSize = step;
    y.grid.color = grid;
  }
}
