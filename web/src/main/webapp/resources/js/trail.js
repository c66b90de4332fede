import { Announcer } from './announcer.js';
import { Format } from './format.js';
import { pageTexts } from './texts.js';
import { TrailFilters } from './trailFilters.js';
import { TrailTable } from './trailTable.js';

/** The pages "Activity" and "Audit trail": puts their parts together. */
const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const format = new Format(texts, document.documentElement.lang, zone);
const section = byId('trail');
const { path, brand } = section.dataset;

const table = new TrailTable(section, { texts, format, path, brand, template: byId('trail-row'), announcer: new Announcer(byId('announce'), texts) });
const filters = new TrailFilters(byId('filters'), { path, zone, link: byId('export'), onChange: (query) => table.open(query) });

table.open(filters.query());
