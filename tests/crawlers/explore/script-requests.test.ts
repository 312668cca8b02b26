import { expect, test } from 'vitest';
import { scriptRequests } from '../../../crawlers/explore/script-requests.ts';

test.each([
  ['XMLHttpRequest', "x.open('GET', '/tree/nodes?id=133');", ['/tree/nodes?id=133']],
  ['fetch', 'fetch("/api/list.json").then(draw)', ['/api/list.json']],
  [
    'jQuery',
    "$.getJSON('data/menu.json', draw); $('#a').load('/part/list.html');",
    ['data/menu.json', '/part/list.html'],
  ],
  ['settings of a call', "$.ajax({ url: '/xxgk/tree', dataType: 'json' })", ['/xxgk/tree']],
  ['a script that is put into the page', "s.src = '/js/list12.js';", ['/js/list12.js']],
  ['an address that is put together', "fetch('/api/list?id=' + id)", []],
  ['what is posted', "$.ajax({ type: 'POST', url: '/api/list' })", []],
  ['counters and pictures', "fetch('/count/hits.do'); i.src = '/img/a.png';", []],
])('%s', (_, script, addresses) => {
  expect(scriptRequests(script)).toEqual(addresses);
});
