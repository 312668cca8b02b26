import { holdAnyDocuments, holdDocuments } from './hold-documents.ts';
import { areAsked, range, seedsOr } from './seeds.ts';

holdDocuments(seedsOr(range(0, 2_000)));
if (!areAsked) holdAnyDocuments(200);
