import { notice, notices, reported, years } from '../column.ts';
import { epoint } from '../families/epoint.ts';
import { gkmlpt } from '../families/gkmlpt.ts';
import { lonsun, ORGANISATIONS } from '../families/lonsun.ts';
import { nfcms } from '../families/nfcms.ts';
import { ucap } from '../families/ucap.ts';
import { vsb } from '../families/vsb.ts';
import { fileAsPage, slow } from '../faults.ts';
import type { Host } from '../host.ts';
import { column, county, siteOf } from './county.ts';

/** The counties and districts, each with the software of another family. */

export function yanxi(): Host {
  const site = siteOf('yanxi', '砚溪县', '339921');
  const entries = [
    reported(8120010, site.name, 2025, { attached: ['yanxi-2025.pdf'] }),
    ...years(8120011, site.name, 2022, 2024),
    reported(8120020, '砚溪县财政局', 2025),
    reported(8120021, '砚溪县教育局', 2025),
  ];
  const built = gkmlpt(column(site, '/gkmlpt/', 100, entries), { sid: '339921', category: 5101 });
  const entry = '/gkmlpt/index#5101';
  return county(site, built, { address: '127.0.0.4', family: 'gkmlpt', validators: 'both', entry, agencies: 3 });
}

export function mochi(): Host {
  const site = siteOf('mochi', '墨池区', '339902');
  const entries = [
    ...years(4567001, site.name, 2023, 2025),
    reported(4567010, '墨池区洗砚街道办事处', 2025, { fault: slow(250) }),
    reported(4567011, '墨池区临帖街道办事处', 2025, { date: '2026-02-06' }),
  ];
  const path = '/zwgk/xxgknb/';
  const built = nfcms(column(site, path, 3, entries));
  return county(site, built, {
    address: '127.0.0.5',
    family: 'nfcms',
    validators: 'etag',
    entry: path,
    columns: [],
    agencies: 3,
  });
}

export function liushang(): Host {
  const site = siteOf('liushang', '流觞区', '339903');
  const [newest, ...older] = years(601, site.name, 2022, 2025);
  const entries = [
    ...(newest ? [newest] : []),
    reported(610, '流觞区市场监督管理局', 2025, { fault: fileAsPage('liushang-scjgj-2025.pdf') }),
    reported(611, '流觞区审计局', 2025),
    notice(612, '流觞区2025年政府网站工作年度报表'),
    ...notices(620, 12, '流觞区政务公开工作简报'),
    ...older,
  ];
  const built = ucap(column(site, '/', 15, entries), { folder: 'c100186' });
  const entry = '/c100186/list.shtml';
  return county(site, built, { address: '127.0.0.6', family: 'ucap', validators: 'modified', entry, agencies: 3 });
}

export function zhuli(vanished: boolean): Host {
  const site = siteOf('zhuli', '竹里县', '339922');
  const office = '竹里县人民政府办公室';
  const xikou = years(1008431, '竹里县溪口乡人民政府', 2024, 2025);
  const organisations = [
    { id: 161054620, name: office, entries: years(1008421, office, 2024, 2025) },
    {
      id: 161054624,
      name: '竹里县兰村镇',
      entries: [
        reported(1008426, '竹里县兰村镇人民政府', 2025, { attached: ['lancun-2025.zip'] }),
        reported(1008427, '竹里县兰村镇人民政府', 2024),
      ],
    },
    { id: 161054628, name: '竹里县溪口乡', entries: vanished ? xikou.slice(0, 1) : xikou },
  ];
  const built = lonsun({ site, name: '政府信息公开年报', path: '/public/', perPage: 10 }, organisations);
  return county(site, built, {
    address: '127.0.0.7',
    family: 'lonsun',
    validators: 'none',
    entry: ORGANISATIONS,
    agencies: 3,
    tellsFamily: true,
  });
}

export function huifeng(): Host {
  const site = siteOf('huifeng', '惠风县', '339923');
  const entries = [
    ...years(301, site.name, 2023, 2025),
    reported(310, '惠风县农业农村局', 2025, { attached: ['huifeng-nyncj-2025.xlsx'] }),
    ...notices(320, 18, '惠风县信息公开工作动态'),
    reported(311, '惠风县和畅镇人民政府', 2025),
  ];
  const built = epoint(column(site, '/zwgk/', 20, entries), { category: '003001003', project: '/EWB-FRONT' });
  const entry = '/zwgk/govInfoPub.html?categorynum=003001003&deptcode=';
  return county(site, built, { address: '127.0.0.8', family: 'epoint', validators: 'none', entry, agencies: 3 });
}

export function tianlang(grown: boolean): Host {
  const site = siteOf('tianlang', '天朗区', '339904');
  const late = reported(64230, '天朗区气清镇人民政府', 2025, { date: '2026-03-05' });
  const entries = [
    ...(grown ? [late] : []),
    ...years(64201, site.name, 2020, 2025),
    reported(64210, '天朗区住房和城乡建设局', 2025, { attached: ['tianlang-zjj-2025.docx'] }),
    reported(64211, '天朗区仰观街道办事处', 2025),
  ];
  const built = vsb(column(site, '/zwgk/nb/', 3, entries), { tree: 1050, owner: 1413120345 });
  const entry = '/zwgk/nb.htm';
  return county(site, built, { address: '127.0.0.9', family: 'vsb', validators: 'both', entry, agencies: 4 });
}
