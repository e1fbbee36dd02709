-- The requests of wrk. The arguments behind "--" are either "any", the beginning of an address and a number, for random
-- addresses numbered from 0; or addresses, which are requested in turn.

local given, turn

function init(arguments)
  given, turn = arguments, 0
  math.randomseed(os.time())
end

function request()
  if given[1] == "any" then
    return wrk.format("GET", given[2] .. math.random(0, given[3] - 1))
  end
  turn = turn % #given + 1
  return wrk.format("GET", given[turn])
end
