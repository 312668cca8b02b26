import { holdSpanless } from '../../sweep/hold-spanless.ts';
import { range } from '../../sweep/seeds.ts';

// Each way in which figures are blank three times. More: `npm run sweep -- documents`.
holdSpanless({ html: range(0, 12), pdf: [1, 2] });
