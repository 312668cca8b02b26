const ISO = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/;

/** The day of an ISO date or time as Chinese writes it: `2021-01-25` is 2021年1月25日. Anything else stays as it is. */
export function chineseDate(iso: string): string {
  const { year, month, day } = ISO.exec(iso)?.groups ?? {};
  return year ? `${year}年${Number(month)}月${Number(day)}日` : iso;
}
