/** Words with which a page greets its visitor and tells the time, the lunar date and the weather. */
const GREETING =
  /今[天日]|(?:现在|当前|此刻|系统|服务器|本地|北京|访问|登录)(?:的)?(?:时间|日期|时刻)|现在是|欢迎[您你光访来]|[您你]好|[早晚]上好|[上中下]午好|[农阴]历|正月|[冬腊]月|天气|气温|空气质量|℃|°C|\b(?:today|now|current (?:date|time))\b/iu;
const WEEKDAY = /(?:星期|礼拜|周)[一二三四五六日天](?!\p{Script=Han})|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/iu;
/** A line of prose may speak of today and of weather too. */
const LONGEST = 120;

/**
 * Whether a line of a page tells the day on which it was visited: 今天是2026年11月30日 星期一, 当前时间：…, a date with its day of
 * the week or the weather. Nobody dates a publication like that.
 */
export const tellsVisit = (text: string): boolean =>
  text.length <= LONGEST && (GREETING.test(text) || WEEKDAY.test(text));
