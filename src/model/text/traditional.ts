/**
 * Traditional characters and their simplified forms, for comparing text only: what is stored stays as printed.
 * The table holds the characters of the forms, their variants, section headings, titles, the audit's phrases and names of places.
 */
const PAIRS =
  '開开資资訊讯報报務务員员機机關关區区縣县鄉乡鎮镇處处罰罚強强製制發发現现許许項项數数決决業业費费購购採采總总計计額额萬万單单請请對对規规範范廢废類类個个過过給给結结轉转繼继續续辦办種种內内與与為为國国構构織织團团體体學学術术條条約约紀纪後后訴诉訟讼複复復复議议維维糾纠審审終终實实質质際际應应當当無无權权屬属於于據据從从進进動动態态號号電电話话傳传時时間间門门問问題题見见觀观覽览變变讓让認认證证設设語语誤误說说調调談谈論论識识護护讀读負负責责貢贡貨货貿贸賬账贊赞車车軍军輕轻較较載载輸输達达違违遞递選选遷迁還还邊边郵邮釋释針针鋼钢錄录錢钱鏈链長长閉闭陽阳陰阴階阶隊队隨随雖虽離离難难雲云頁页順顺須须領领頭头顯显風风飛飞餘余館馆驗验點点齊齐龍龙億亿價价優优兒儿兩两冊册凍冻則则創创劃划劇剧勞劳勢势勵励匯汇協协參参雙双響响喪丧噸吨圍围園园圓圆圖图執执場场壓压壞坏壯壮聲声寫写寬宽導导層层島岛廠厂廣广廳厅張张彈弹彙汇徵征憲宪戶户擴扩撥拨擇择擊击擔担攜携敗败敵敌斷断書书會会東东榮荣樓楼標标樞枢樹树橋桥檢检歐欧歲岁歷历殘残氣气沒没況况準准溝沟滿满漢汉濟济灣湾災灾煙烟煩烦熱热營营爭争牆墙獎奖獨独環环產产畫画異异療疗監监盤盘禮礼稅税穩稳積积競竞筆笔節节簡简簽签糧粮級级細细組组統统經经綜综綠绿網网緊紧線线練练績绩縮缩義义習习職职聯联聽听脫脱臨临舉举舊旧蘭兰虧亏衛卫補补裝装課课諮咨豐丰賦赋輔辅農农運运鄭郑醫医鐵铁雜杂黨党確确訪访獲获繳缴納纳係系繫系來来編编財财詢询減减這这佈布訂订試试評评將将該该們们嚴严轄辖頒颁僅仅裏里週周幹干檔档啟启併并並并佔占稱称紅红聞闻獻献遺遗遲迟釐厘歸归顧顾譯译贈赠軌轨鄰邻銀银銷销閱阅陳陈陸陆隱隐靜静頻频願愿顆颗養养駐驻鮮鲜齡龄潔洁潛潜澤泽瀏浏灘滩爾尔爺爷獄狱瑪玛瓊琼甌瓯疊叠盡尽禍祸窮穷竊窃紐纽純纯紙纸紡纺紹绍緒绪緣缘縱纵聖圣肅肃膚肤藝艺蘇苏衝冲裡里覺觉訓训託托詳详誠诚諾诺謀谋謂谓謝谢譜谱貧贫販贩貫贯貴贵貸贷賀贺賓宾賞赏賠赔賢贤賣卖賴赖賽赛趕赶趙赵跡迹踐践軟软輩辈輪轮辭辞適适遠远遼辽鄧邓醬酱鈔钞鉛铅銅铜鋪铺錦锦鎖锁鑒鉴鑑鉴鬥斗魯鲁鳥鸟麗丽黃黄興兴嵐岚寧宁慶庆贛赣閩闽溫温潁颍濰潍瀋沈鞏巩滄沧漣涟瀘泸濱滨灤滦潯浔鄲郸隴陇鹽盐莊庄崗岗嶺岭壩坝墾垦峽峡嶽岳楊杨';

const MAP = new Map<string, string>();
const chars = [...PAIRS];
for (let i = 0; i + 1 < chars.length; i += 2) {
  if (chars[i] !== chars[i + 1]) MAP.set(chars[i] as string, chars[i + 1] as string);
}
const TRADITIONAL = new RegExp(`[${[...MAP.keys()].join('')}]`);
const EACH_TRADITIONAL = new RegExp(TRADITIONAL.source, 'g');

/** Traditional characters to simplified, for comparison. */
export function toSimplified(text: string): string {
  if (!TRADITIONAL.test(text)) return text;
  return text.replace(EACH_TRADITIONAL, (char) => MAP.get(char) ?? char);
}
