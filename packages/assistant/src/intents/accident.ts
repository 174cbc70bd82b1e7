import { either, says, saysTogether, unless } from "./says.ts";

const words = (text: string) => text.split(/\s+/);
const BROKE =
  words(`прорвал* прорвет прорыв* прорвана лопнул* лопается порвал* разорвал* рванул* сорвал* сорвана треснул* пробил* burst
  broke broken leaking`);
const PIPE =
  words(`труб* стояк* батаре* радиатор* шланг* кран крана вентил* водопровод* теплотрасс* полотенцесуш* бойлер* подводк* pipe*
  radiator* tap boiler`);
const GUSHES = words(
  `хлещет хлещ* фонтан* бьет топит топят заливает затапливает затопляет gushing gushes pouring flooding`,
);
const RUNS = words("течет льет льется бежит");
const INDOORS =
  words(`подвал* потолк* потолок стен* подъезд* квартир* ванн* кухн* коридор* стояк* батаре* труб* кипят* сверху сосед* лестниц*
  ceiling basement flat bathroom kitchen upstairs`);
const OVERHEAD = words("потолк* потолок стояк* батаре* труб* сверху подвал*");
const ROOMS = words("подвал* подъезд* лестниц* лифт* этаж* basement");
const STREET = words(`дорог* асфальт* улиц* колодц* колодец люк* тротуар* двор* проезж*`);

const spoilt = either(
  says(
    "(возмест*|возмещ*|ущерб*|компенсац*|акт|акта|суд|суда|виноват*|страхов*|перерасч*|справк*|обязан*|должен|правил*)",
    "(вчера|позавчера|давно|прошл*|весной|летом|осенью|зимой|год|года|лет|неделю|недели|месяц|месяца|раньше)",
    "(крыш*|кровл*|дожд*|таян*|паводок*|паводк*|засор*|кондиционер*|канализац*|фильтр*|забит*|ржав*|мутн*|желт*|грязн*|еле|слаб*)",
    "(если|порядок|кто отвечает|ответственност*|if)",
    "(после аварии|insurance|compensation|roof)",
  ),
);
const outdoors = unless(
  either(
    says(
      "из под земли … (бьет|течет|хлещет|льется|бежит)",
      "(бьет|течет|хлещет|льется|бежит|фонтан*) … из под земли",
    ),
    saysTogether([...GUSHES, ...RUNS], STREET, 4),
  ),
  spoilt,
);
const indoors = unless(
  either(
    saysTogether(BROKE, PIPE, 4),
    saysTogether(GUSHES, INDOORS, 4),
    saysTogether(RUNS, OVERHEAD, 3),
    saysTogether(["затопило", "затопил*", "залило", "залита", "залит", "flooded"], ROOMS, 3),
    says(
      "(вода|кипяток) … (хлещет|фонтан*|бьет|льется) …",
      "потоп (в|у)",
      "(топят|топит|заливают|заливает) (соседи|сверху|меня|нас)",
    ),
  ),
  spoilt,
);

/**
 * Whether a pipe has burst or water pours where it should not, now, and where: not how to be paid for it, and no roof in
 * the rain.
 */
export function accidentOf(text: string): "home" | "street" | undefined {
  if (outdoors(text)) return "street";
  return indoors(text) ? "home" : undefined;
}
