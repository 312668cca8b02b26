/** Simplified to traditional characters, for the words that generated reports are made of; written down by hand for the tests alone. */

const PHRASES: Readonly<Record<string, string>> = {
  制作: '製作',
  重复: '重複',
  答复: '答覆',
  联系: '聯繫',
  关系: '關係',
  采购: '採購',
  采纳: '採納',
};

const PAIRS =
  '万萬与與业業东東两兩为為举舉乡鄉书書于於产產从從众眾会會体體余餘写寫军軍决決况況减減击擊划劃办辦务務动動区區华華单單卫衛厅廳历歷县縣参參发發叶葉号號台臺后後员員围圍国國图圖场場处處备備复復够夠宁寧审審对對尔爾属屬岗崗岭嶺带帶广廣废廢开開张張强強当當录錄征徵总總户戶执執护護报報据據数數无無旧舊时時术術机機权權条條来來构構标標栏欄档檔桥橋检檢汉漢沧滄泽澤洁潔济濟浏瀏点點现現电電监監码碼确確称稱税稅稳穩类類紧緊纠糾约約级級纳納纸紙组組织織经經结結绕繞给給统統继繼续續维維编編缴繳网網罚罰职職范範获獲补補见見规規览覽计計订訂认認让讓议議讯訊记記讲講许許设設访訪证證识識诉訴词詞试試询詢说說请請读讀财財责責购購费費资資转轉轮輪载載较較达達过過还還这這进進适適锦錦镇鎮长長门門闭閉问問间間阅閱阴陰难難项項须須顾顧额額题題页頁鹭鷺龙龍并並势勢关關别別实實导導层層应應时時联聯听聽个個丰豐亲親仅僅传傳价價优優伤傷儿兒兴興内內则則创創协協双雙变變启啟团團坏壞块塊声聲头頭奖獎学學宝寶师師归歸径徑态態拟擬择擇换換掷擲断斷显顯样樣档檔毕畢气氣汇匯测測满滿灵靈热熱状狀独獨环環质質选選邮郵释釋里裡钟鐘错錯键鍵随隨险險静靜响響预預领領频頻风風';

const CHARACTERS = new Map<string, string>();
for (let place = 0; place + 1 < PAIRS.length; place += 2) {
  CHARACTERS.set(PAIRS.charAt(place), PAIRS.charAt(place + 1));
}

/** The text in traditional characters; what the table does not know stays as it is. */
export function toTraditional(text: string): string {
  const phrased = Object.entries(PHRASES).reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  return Array.from(phrased, (character) => CHARACTERS.get(character) ?? character).join('');
}
