/** What could not be loaded is tried again no sooner, ms. */
const AGAIN = 60_000;

const loads = new Map();
let failedAt = -Infinity;

/**
 * PrimeFaces' scripts for charts, whose addresses the page has in a template: asked for when the first chart has something to show, and not
 * with the page, whose first sight and list must not wait for them.
 *
 * @returns a promise that fails when one of them does
 */
export async function chartScripts(doc = document) {
  if (performance.now() - failedAt < AGAIN) throw new Error('a script for charts failed a moment ago');
  const addresses = [...doc.getElementById('chart-scripts').content.querySelectorAll('script')].map((script) => script.getAttribute('src'));
  try {
    // All at once over the wire; but none runs that builds on one which is not there.
    for (const address of addresses) ahead(doc, address);
    for (const address of addresses) await one(doc, address);
  } catch (trouble) {
    failedAt = performance.now();
    throw trouble;
  }
}

function ahead(doc, address) {
  if (loads.has(address)) return;
  const link = doc.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'script', href: address });
  link.addEventListener('load', () => link.remove());
  link.addEventListener('error', () => link.remove());
  doc.head.append(link);
}

function one(doc, address) {
  if (!loads.has(address)) loads.set(address, load(doc, address));
  return loads.get(address);
}

function load(doc, address) {
  return new Promise((done, failed) => {
    const script = doc.createElement('script');
    script.src = address;
    script.addEventListener('load', done);
    script.addEventListener('error', () => {
      script.remove();
      loads.delete(address);
      failed(new Error(address));
    });
    doc.head.append(script);
  });
}
