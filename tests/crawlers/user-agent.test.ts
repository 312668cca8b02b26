import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../crawlers/robots-rules.ts';
import { PRODUCT_TOKEN, userAgent } from '../../crawlers/user-agent.ts';

describe('userAgent', () => {
  it.each([
    ['0.1.0', 'https://example.org/lanting', 'Lanting/0.1.0 (+https://example.org/lanting)'],
    ['0.1.0', ' a@example.org\r\nX-Evil: 1', 'Lanting/0.1.0 (+a@example.orgX-Evil: 1)'],
    ['0.1.0', '王 (a@example.org)', 'Lanting/0.1.0 (+a@example.org)'],
  ])('%s and %j', (version, contact, header) => {
    expect(userAgent(version, contact)).toBe(header);
  });

  it('begins with the name that robots.txt may use', () => {
    const robots = `User-agent: ${userAgent('9', 'x')}\nDisallow: /`;
    expect(parseRobots(robots, PRODUCT_TOKEN).rules).toHaveLength(1);
  });
});
