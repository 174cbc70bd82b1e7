/** The same concepts in English, so that an English question finds an article that is written in Russian only. */
export const english = `
ask-where-call: who to call, whom to call, who do i call, phone number, telephone, call, contact, contacts, report, who is responsible, reach, hotline
ask-price: how much, price, cost, costs, fee, free, charge, tariff, expensive, cheap, fare
ask-when: when, what time, date, schedule, timetable, deadline, how soon
ask-how-long: how long, how many days, how many hours, take, waiting time, term
ask-documents: which documents, what documents, papers, paperwork, documents, bring, list of documents, what do i need
ask-where: where, address, location, place, find, which office
ask-how: how do i, how to, how can, what should i do, procedure, steps, instructions, apply
ask-who-entitled: who can, am i entitled, eligible, entitled, qualify, who gets, do i have the right
ask-hours: opening hours, working hours, open, closed, close, saturday, sunday, weekend, lunch
ask-allowed: allowed, permitted, legal, illegal, forbidden, may i, prohibited, permission
ask-status: status, check the status, progress, where is my
water: water, tap, taps
cold-water: cold water, water outage, dry tap, running water, water supply, without water
hot-water: hot water, shower, boiler, warm water, hot tap
lukewarm: lukewarm, barely warm, tepid, not hot enough
dirty-water: rusty, brown water, dirty water, yellow water, cloudy water, water+smell
temperature: temperature, degrees, how warm
heating: heating, radiator, radiators, heat, warm+flat
cold-at-home: cold flat, cold apartment, freezing+flat, freezing+home, cold+radiators, freezing+apartment, cold at home, cold+flat, temperature+flat, temperature+apartment
heating-season: heating season, heating+start, turn on+heating, heating+turned on
power: power, electricity, electric, lights
power-off: power cut, power outage, blackout, no electricity, no power, lights+out, electricity+off
gas: gas
gas-leak: smell of gas, gas smell, gas+smell, gas leak
gas-off: no gas, gas+off
gas-connection: connect gas, gas+connect, gasification
sewer: sewer, sewage, drain, drains, blocked toilet, blockage, drainage, manhole
burst: burst, burst pipe, rupture
leak: leak, leaking, leaks, dripping, drip
pipe: pipe, pipes
outage: outage, shut off, shut down, shutdown, cut off, switched off, turned off, disconnected, maintenance
outage-limits: how long+outage, outage+limit, how long+without, permitted+outage, hours+without, hours+outage
outage-notice: notify, notification, notifications, alerts, sms, subscribe, warn+outage
recalculation: recalculation, recalculate, refund, reduce the bill, reduction, adjust the bill, bill correction, pay less, refund+service, correction
meter: meter, meters
meter-readings: meter readings, readings, submit readings, reading+meter
meter-check: meter verification, verify+meter, calibration, meter+check, replace+meter
bill: bill, bills, utility bill, invoice, receipt
pay-utilities: utilities, utility bills, pay utilities, housing costs, pay+flat, pay+bill, bill+without fee, pay for the flat, electronic bill
pay: pay, payment
bill-error: bill+wrong, mistake+bill, error+bill, overcharged, wrong bill
debt: debt, owe, arrears, instalments, penalty
absent-resident: away from home, temporary absence, absent, business trip
managing-organisation: managing company, management company, managing organisation, building manager, managing organization, property manager
find-managing: who manages, find+managing, who runs+building, services+building, who services, which company
change-managing: change+managing, switch+management, replace+managing
complain-managing: complain+managing, complain+management, company+ignores, complaint+managing
house-meeting: owners meeting, residents meeting, general meeting
entrance: entrance, stairwell, staircase, hallway, lobby
dirty-entrance: dirty entrance, dirty stairwell, cleaning+entrance, entrance+dirty, stairwell+dirty
lift: lift, elevator
lift-broken: lift+broken, elevator+broken, stuck+lift, stuck+elevator, elevator+not working
roof: roof, ceiling
roof-leak: roof leak, roof+leaking, ceiling+leaking, leaks+ceiling
basement: basement, cellar
flooded-by-neighbour: flooded+neighbours, neighbours+flooded, upstairs+flooded, flooded my flat, neighbour+flood, flooded, flat+flooded, flood report, people below
neighbour: neighbour, neighbours, neighbor, neighbors, upstairs
noise: noise, noisy, loud, music at night, shouting, party
noisy-neighbours: noisy neighbours, loud neighbours, neighbours+noise, neighbors+loud, music+night, drilling, quiet law, quiet hours, quiet, silence, repairs+time
capital-repair: capital repair, major repair, major repairs, overhaul, capital repairs, renovation fund
yard: yard, courtyard
playground: playground, swings, slide, sandbox
housing-queue: housing queue, waiting list+housing, housing list, queue+flat, council housing, social housing
queue: queue, waiting list
emergency-housing: unsafe building, condemned, dilapidated, emergency housing, resettlement
unfit-house: unfit for living, uninhabitable, unfit
privatisation: privatisation, privatise, privatization, privatize
young-family: young family, young families, young couple
mortgage: mortgage
redevelopment: redevelopment, replanning, knock down+wall, remove+wall, remodel, alteration, move+wall
residence-registration: registration+residence, register+address, residence registration, propiska, register my residence, registered at, temporary registration, registration, permanent registration, deregister
private-house: private house, own house, cottage, country house
build-house: build+house, building a house, construction notice, house construction
land: land, plot
land-plan: land plan, development plan, urban plan
land-large-family: land+large family, plot+children, land+children
land-buy: buy+land, lease+land, rent+land, land without auction, plot+lease
garage: garage
garbage: rubbish, garbage, trash, waste, litter, refuse
bin-area: bin, bins, container, containers, dumpster
garbage-not-collected: rubbish+collected, garbage+collected, trash+collected, bins+overflowing, not emptied, rubbish+overflowing, trash+overflowing
garbage-truck: garbage truck, rubbish truck, bin lorry
illegal-dump: illegal dump, fly tipping, dumping, dump+forest, landfill
bulky-waste: bulky waste, old sofa, sofa, furniture, mattress, fridge, bulky, wardrobe, appliances, old appliances, washing machine
construction-waste: construction waste, building waste, rubble, renovation waste
recycling: recycling, recycle, plastic, paper, glass, sort, separate collection, separate waste
hazardous-waste: batteries, hazardous waste, mercury, light bulbs, thermometer, tyres, hazardous, lamps
waste-fee: waste fee, rubbish fee, garbage fee, pay+rubbish, pay+waste, garbage+bill
snow: snow, snowdrift, snowed
ice: ice, icy, slippery
yard-snow: snow+yard, yard+snow, yard+ice, yard+slippery, janitor, grit, janitor+snow, path+snow
street-snow: snow+road, snow+street, snow+sidewalk, icy+road, icy+sidewalk, slippery+pavement, plough, snowplow, snow+stop, snow heap
icicles: icicle, icicles, snow+roof
road: road, street, roads, asphalt
pothole: pothole, potholes, hole in the road, pit, bad road, road+broken, patching, hole+road, hole, roadway
car-damage: damaged+wheel, damage+car, broke+wheel, pothole+compensation, pothole+damaged, tyre+pothole
street-light: street light, streetlight, street lamp, lamp, lamppost, street lighting, dark street, lighting
traffic-sign: road sign, traffic sign, crossing, zebra, crosswalk, speed bump, traffic light, traffic lights
abandoned-car: abandoned car, abandoned vehicle, wreck
parking: parking, park+car, car park
paid-parking: paid parking, parking+pay, parking meter, parking fee
bad-parking: parked+lawn, parked+pavement, badly parked, illegal parking, blocked+car
sidewalk: sidewalk, pavement, footpath
car: car, vehicle
bus: bus, buses, tram, trolleybus, minibus, public transport, route
bus-stop: bus stop, stop shelter
bus-schedule: bus schedule, bus timetable, bus+when, bus times, last bus, first bus, bus+tracking
fare: fare, fares, bus ticket, ticket+bus, bus+cost, bus ride, ride, trolleybus+much, bus+much, tram+cost
transport-card: transport card, travel card, top up, bus card, bus pass, top up+card, card balance, balance, buy+card
lost-card: lost+card, card+stolen, card+blocked, card+broken
lost-items: lost property, left on the bus, lost+bus, forgot+bus, left+bus, left+minibus, left+bag, forgot+bag, lost+minibus, bag+bus
transport-complaint: driver+rude, bus+complain, driver+complaint, bus+late, rude driver, bus+never came
pensioner-travel: pensioner+bus, senior+travel, pensioner+travel, retired+travel, free travel
student-travel: student+travel, student+bus, schoolchild+bus, student+fare
monthly-pass: monthly pass, season ticket
bicycle: bicycle, bike, cycling
taxi: taxi, cab
child: child, children, kid, kids, son, daughter, baby, toddler
kindergarten: kindergarten, nursery, preschool, daycare, pre school
kindergarten-queue: kindergarten queue, kindergarten+place, kindergarten+enrol, kindergarten+enroll, kindergarten+apply, nursery+place, kindergarten+waiting, kindergarten+sign up, kindergarten+waiting list, kindergarten+queue, child+kindergarten
queue-number: number in the queue, position+queue, number+waiting list, which number, what number
kindergarten-voucher: kindergarten+voucher, kindergarten+documents, kindergarten+referral
kindergarten-transfer: kindergarten+transfer, change+kindergarten, another kindergarten, kindergarten+move
kindergarten-priority: kindergarten+priority, priority+place, kindergarten+benefit
kindergarten-fee: kindergarten+fee, kindergarten+cost, kindergarten+pay, kindergarten+compensation
school: school, schools
first-grade: first grade, first form, first year+school, year one, school+assigned, school+catchment, enrol+school, school+enrolment
school-transfer: change+school, transfer+school, another school, move+school
school-meals: school meals, school lunch, lunch+school, school food, school breakfast, canteen
school-cancelled: school+cancelled, lessons+cancelled, classes+cancelled, frost+school, cold+lessons, snow day, school today, is there school, frost
school-schedule: school hours, school shift, school holidays
camp: camp, summer camp, children camp
clubs: club, clubs, after school, activities, lessons, hobby
student: student, students, pupil
transfer: transfer, move
benefit: benefit, benefits, allowance, discount, concession
large-family: large family, many children, three children, big family, family of five
large-family-status: large family status, large family certificate
large-family-benefits: large family+benefits, three children+benefits, many children+benefits, benefits+large
utility-subsidy: subsidy, utility subsidy, housing subsidy, subsidy+utilities
utility-compensation: compensation+utilities, utility compensation, compensation+bills
low-income: low income, poor, little money
financial-help: financial help, financial assistance, financial aid, material assistance, hardship, one off help
pensioner: pensioner, pensioners, retired, elderly, senior, seniors, grandmother, grandfather
disabled: disabled, disability, wheelchair, handicapped
accessible: ramp, accessible, accessibility
social-taxi: social taxi, disabled+taxi, transport for disabled
home-care: home care, social worker, carer, look after+elderly, help at home
newborn: newborn, baby, birth, born
newborn-gift: newborn+gift, baby gift, gift set, baby+payment, newborn+payment
veteran-labour: labour veteran, veteran of labour, labor veteran
guardianship: guardian, guardianship, custody, foster
birth-certificate: birth certificate, register+birth, birth registration, registering+birth, baby+register
marriage: marriage, marry, married, wedding, get married
wedding-registration: marriage registration, wedding+register, wedding ceremony
divorce: divorce
registry-office: registry office, civil registry
death: death, died, passed away, dead
cemetery: cemetery, grave, burial, bury, funeral
duplicate: duplicate, lost, replace, replacement, copy
certificate-duplicate: lost+certificate, duplicate+certificate, certificate+copy, replace+certificate
archive: archive, archives, archival, old records, archive record, employment record
mfc: mfc, my documents, service centre, service center, multifunctional
appointment: appointment, book, booking, make an appointment, sign up
passport: passport
internal-passport: passport+change, passport+lost, passport+renew
foreign-passport: international passport, travel passport, foreign passport
documents: document, certificate, papers
application: application, apply, form
gosuslugi: gosuslugi, state services, online services, government services
health: doctor, clinic, medical, health
clinic-appointment: doctor+appointment, see a doctor, clinic+appointment, polyclinic
vaccination: vaccination, vaccine, flu shot, vaccinated
hospital: hospital
ambulance: ambulance
pharmacy: pharmacy, chemist, medicine
sickness: sick, ill, illness
work: job, jobs, work, employment, vacancy
teen-jobs: teen+job, teenager+job, summer job, teenager+work, teenagers+jobs, son+job, daughter+job
employment-centre: employment centre, unemployed, unemployment, job centre, lost my job
business: business, company, shop, entrepreneur
business-support: business support, support+business, small business, grant+business, entrepreneur+support, start+business
kiosk: kiosk, stall, street trade, food truck, trade+street, sell+street
signboard: sign+shop, signboard, shop sign, outdoor advertising, advertising sign
trade: trade, sell, selling, sales, trading
fair: fair, market, farmers market, marketplace
market-stall: market+place, stall+market, sell+vegetables, sell+market
consumer: consumer, faulty goods, refund+shop, return+goods, consumer rights
forest: forest, woods
fire: fire, burning, smoke, burn
forest-fire: forest fire, forest+fire, wildfire, forest+smoke
campfire: bonfire, campfire, barbecue, burn+leaves, burning+grass, burn+grass
dog: dog, dogs
stray-dogs: stray dogs, stray dog, pack of dogs, stray, homeless dogs, ownerless, dogs+bother, dogs+attack
dog-bite: dog+bit, bitten, dog bite, bite
pet: pet, cat, pets, animal, animals, puppy
lost-pet: lost dog, lost cat, lost pet, missing dog, missing cat, pet+missing
dead-animal: dead animal, dead dog, dead cat, carcass, dead bird
tree: tree, trees, branch, branches
greenery: lawn, flowers, grass, plants, mow
air: air, air pollution, smog
river: river, lake, embankment, pond
contest: contest, competition
drawing: drawing, drawings, picture, draw, painting
contest-enter: contest+enter, contest+submit, drawing+send, drawing+submit, contest+take part, competition+enter, contest+participate, send+drawing, drawings+accepted, submit, send a drawing, take part
contest-rules: contest+rules, contest+requirements, drawing+requirements, contest+age, drawing+size
contest-results: contest+results, contest+winner, winners, who won, results, contest+won
contest-awards: prize, prizes, award, awards, diploma
photo: photo, photos, photograph, photography
events: events, event, festival, concert, what is on, city day, celebration, fireworks, new year, what's on, poster, holiday, city holiday, new year tree, square
culture-house: house of culture, culture centre, culture
skating: skating, ice rink, rink, ski, skiing, sledding, skates
sport: sport, sports, gym, stadium, training
pool: swimming pool, pool
sport-school: sports school, football section, hockey section
music-school: music school, art school
library: library, book, books, borrow
museum: museum, exhibition
theatre: theatre, theater, play, performance
cinema: cinema, movie theater
excursion: excursion, tour, sightseeing, tourist, tourists, sights
emergency: emergency, 112, help me, danger, accident, rescue, rescuers
siren: siren, sirens, alarm, loudspeaker, loudspeakers, alarm test
shelter: shelter, bomb shelter
flood: flood warning, river flood, high water, flooding, spring flood, rising water, water level
thin-ice: thin ice, ice+river, ice fishing, fall through+ice
safety: safety, afraid, scared, dangerous, unsafe
police: police, policeman, officer
fine: fine, fined, penalty
crime: crime, stolen, theft
administration: city hall, administration, town hall, mayor, city government, council
administration-address: city hall+address, administration+address, city hall+hours, city hall+where
reception: see the mayor, mayor+appointment, reception, personal reception, meet+mayor, appointment+mayor
appeal: appeal, complaint, petition, official letter, formal request, written request, collective letter, official request, write to the administration
appeal-deadline: appeal+how long, reply+days, no reply, appeal+answer, response+time
appeal-status: appeal+status, complaint+status, appeal+check, request+status
call-centre: call centre, call center, hotline, contact centre, information phone, city information, contact center, one number, single number
ticket: ticket, request number
complain: complain, complaint, complaints
broken: broken, not working, does not work, out of order, damaged
clean: clean, cleaning, dirty, clear, cleared, remove
absence: no, not, without, missing
beach: beach, swim, swimming
boat: boat, boats, motorboat
ferry: ferry, river crossing, ship
airport: airport, plane, flight
train: train, railway, railway station
intercity-bus: bus station, coach, intercity bus
tow-away: towed, tow, impound, impounded
garden-plot: allotment, dacha, garden plot, garden, summer house
bees: bees, hive, honey, beekeeper
livestock: livestock, cow, goats, chickens, poultry
firewood: firewood
mushrooms: mushrooms, berries, mushroom
hunting: hunting, hunt, gun
fishing: fishing, fish, fisherman
ticks: tick, ticks
mosquitoes: mosquito, mosquitoes
vet: vet, veterinary, veterinarian, rabies
dog-walking: walk+dog, dog walking, leash, muzzle
banya: bathhouse, banya, sauna
hotel: hotel, hostel, accommodation
public-toilet: public toilet, toilet, restroom
wifi: wifi, internet, wi fi
volunteer: volunteer, volunteering
election: election, vote, voting, polling station
public-hearing: public hearing, hearings, master plan
initiative-budget: participatory budget, citizens initiative, initiative budgeting
tos: neighbourhood council, residents council, self government
urban-environment: vote+park, improvement, landscaping
army-registration: military office, conscription, enlistment, draft, military service, army
maternity-capital: maternity capital, family capital
child-benefit: child benefit, child allowance
free-lawyer: free lawyer, legal aid, lawyer
social-contract: social contract
homeless: homeless, rough sleeper
domestic-violence: domestic violence, beats me, violent husband
psychologist: psychologist, counselling, therapist
migration: migrant, visa, foreigner, work permit, residence permit
address-assignment: assign+address, address+house, new address
tree-permit: cut+tree, felling, tree+permission, remove+tree, cut down+tree
excavation-permit: dig, digging, excavation
pests: rats, mice, cockroaches, bedbugs, pests, rodents
smell: smell, stink, smells, odour, stench
smoking: smoking, smoke+stairwell, cigarettes
septic: septic, cesspit
standpipe: standpipe, well water, water pump
storm-drain: storm drain, gutter, puddle, puddles
video-surveillance: cctv, camera, cameras, surveillance
barrier: barrier, gate
mould: mould, mold, damp
`;
